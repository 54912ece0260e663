"""All moves of all calls of a flow, made by the engine and written down: who has the table needs no engine."""

from ivr.table.maker import MOST_STATES, NOT_UNDERSTOOD, TooLargeError, table_of
from ivr.table.written import Written, write_table

__all__ = ["MOST_STATES", "NOT_UNDERSTOOD", "TooLargeError", "Written", "table_of", "write_table"]
