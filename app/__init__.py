"""The application: pages on Streamlit around the library `joic_policy`. Run it with `python -m app`."""
