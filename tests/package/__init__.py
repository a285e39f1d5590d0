"""The package as it is deployed: built once for this machine, unpacked, and run by a bare interpreter."""
