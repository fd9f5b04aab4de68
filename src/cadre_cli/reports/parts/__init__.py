"""The sheets that reports are put together from; each module builds one."""
