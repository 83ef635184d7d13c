"""Values of the library, turned into rows and labels; one module a view, without Streamlit."""
