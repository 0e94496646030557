package main

import (
	"encoding/json"

	"k8s.io/pod-security-admission/api"
)

type labelSet struct {
	Labels   map[string]string `json:"labels"`
	Defaults map[string]string `json:"defaults,omitempty"`
}

type reading struct {
	labelSet
	Enforce string   `json:"enforce"`
	Audit   string   `json:"audit"`
	Warn    string   `json:"warn"`
	Errors  []string `json:"errors,omitempty"`
}

func readLabels(line []byte) any {
	var set labelSet
	if err := json.Unmarshal(line, &set); err != nil {
		return map[string]string{"error": err.Error()}
	}
	policy, errs := api.PolicyToEvaluate(set.Labels, api.Policy{
		Enforce: defaultOf(set.Defaults, "enforce"),
		Audit:   defaultOf(set.Defaults, "audit"),
		Warn:    defaultOf(set.Defaults, "warn"),
	})
	read := reading{
		labelSet: set,
		Enforce:  policy.Enforce.String(),
		Audit:    policy.Audit.String(),
		Warn:     policy.Warn.String(),
	}
	for _, err := range errs {
		read.Errors = append(read.Errors, err.Error())
	}
	return read
}

// defaultOf is a mode's default: privileged:latest unless the set configures another.
func defaultOf(defaults map[string]string, mode string) api.LevelVersion {
	policy := api.LevelVersion{Level: api.LevelPrivileged, Version: api.LatestVersion()}
	if level, ok := defaults[mode]; ok {
		policy.Level = api.Level(level)
	}
	if text, ok := defaults[mode+"-version"]; ok {
		if version, err := api.ParseVersion(text); err == nil {
			policy.Version = version
		}
	}
	return policy
}
