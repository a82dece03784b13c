"""What a diagnosis tries: suppositions about key, algorithm, signed octets and signature."""
