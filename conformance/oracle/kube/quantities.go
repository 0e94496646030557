package main

import (
	"k8s.io/apimachinery/pkg/api/resource"
)

type reading struct {
	Error string `json:"error,omitempty"`
	Text  string `json:"text,omitempty"`
	// Milli is the quantity as text after rounding up to thousandths.
	Milli string `json:"milli,omitempty"`
	Sign  int    `json:"sign"`
}

func readQuantity(line []byte) any {
	quantity := resource.Quantity{}
	if err := quantity.UnmarshalJSON(line); err != nil {
		return reading{Error: err.Error()}
	}
	rounded := quantity.DeepCopy()
	rounded.RoundUp(resource.Milli)
	return reading{Text: quantity.String(), Milli: rounded.String(), Sign: quantity.Sign()}
}
