"""Holding a flow against its documents: what callers are told, followed through every call that could be made."""
