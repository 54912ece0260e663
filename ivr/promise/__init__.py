"""Promises: what the documents say of a line, proved over every call that could be made, or refuted by one."""

from ivr.promise.prove import KEPT, REFUTED, UNPROVABLE, Case, Proof, proofs

__all__ = ["KEPT", "REFUTED", "UNPROVABLE", "Case", "Proof", "proofs"]
