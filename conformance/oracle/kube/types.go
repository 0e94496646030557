package main

import (
	"encoding/json"
	"reflect"
	"strings"

	appsv1 "k8s.io/api/apps/v1"
	corev1 "k8s.io/api/core/v1"
)

var unmarshaler = reflect.TypeFor[json.Unmarshaler]()

// typeFields gives each struct's fields as "name type", in Go's words for the types. What decodes
// itself is marked with an exclamation mark, an embedded struct stands as "+name type".
func typeFields() map[string][]string {
	structs := map[string][]string{}
	describe(reflect.TypeFor[corev1.Pod](), structs)
	describe(reflect.TypeFor[appsv1.Deployment](), structs)
	return structs
}

func describe(of reflect.Type, structs map[string][]string) string {
	if of.Kind() == reflect.Pointer {
		return describe(of.Elem(), structs)
	}
	if reflect.PointerTo(of).Implements(unmarshaler) {
		return "!" + of.String()
	}
	switch of.Kind() {
	case reflect.Slice:
		return "[]" + describe(of.Elem(), structs)
	case reflect.Map:
		if of.Name() != "" {
			return "map " + of.String() + " " + describe(of.Elem(), structs)
		}
		return "map " + describe(of.Elem(), structs)
	case reflect.Struct:
		describeStruct(of, structs)
		return of.String()
	}
	if of.Kind().String() == of.String() {
		return of.String()
	}
	return of.Kind().String() + " " + of.String()
}

func describeStruct(of reflect.Type, structs map[string][]string) {
	name := of.String()
	if _, known := structs[name]; known {
		return
	}
	structs[name] = []string{}
	fields := []string{}
	for index := range of.NumField() {
		field := of.Field(index)
		tag := strings.Split(field.Tag.Get("json"), ",")[0]
		if tag == "-" {
			continue
		}
		if tag == "" {
			fields = append(fields, "+"+field.Name+" "+describe(field.Type, structs))
			continue
		}
		fields = append(fields, tag+" "+describe(field.Type, structs))
	}
	structs[name] = fields
}
