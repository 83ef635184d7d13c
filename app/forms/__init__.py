"""What people typed, turned into events or findings; one module a view, without Streamlit."""
