"""What was typed, turned into events or into findings; one module a view, without Streamlit."""
