"""What leaves the application as a file; without Streamlit."""
