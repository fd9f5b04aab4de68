"""The words of the trade as immutable types; imports nothing but the standard library."""
