"""Is it permitted: which facts forbid or suggest what."""
