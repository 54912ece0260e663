"""The formats that a flow can be written in, one file each."""
