"""Conditions: what `when:` asks of the variables of a call, read from text and never evaluated as Python."""

from ivr.condition.deduce import Domains, always, compatible, exhaustive, samples, uncovered
from ivr.condition.expression import Condition, Number, Question, Text, Values, Variable, as_number
from ivr.condition.parse import ConditionError, parse_condition

__all__ = [
    "Condition",
    "ConditionError",
    "Domains",
    "Number",
    "Question",
    "Text",
    "Values",
    "Variable",
    "always",
    "as_number",
    "compatible",
    "exhaustive",
    "parse_condition",
    "samples",
    "uncovered",
]
