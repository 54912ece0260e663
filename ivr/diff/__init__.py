"""What changes for callers from one flow to another, decided by making the same calls in both."""

from ivr.diff.changes import Change, Compared, compared

__all__ = ["Change", "Compared", "compared"]
