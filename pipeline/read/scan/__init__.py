"""Scans: pages whose picture is read, as their text says too little."""
