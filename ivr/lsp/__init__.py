"""The language server: what an editor asks while a flow is written, answered over standard input and output."""
