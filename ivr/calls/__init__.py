"""Calls as tests: those that are written down, run through the engine, and what they cover of a flow."""

from ivr.calls.mismatch import MismatchError
from ivr.calls.perform import Failure, Performance, perform, perform_script, performances

__all__ = ["Failure", "MismatchError", "Performance", "perform", "perform_script", "performances"]
