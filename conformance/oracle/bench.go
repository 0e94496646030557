package main

import (
	"encoding/json"
	"io"
	"slices"
	"time"

	corev1 "k8s.io/api/core/v1"
	"k8s.io/pod-security-admission/api"
	"k8s.io/pod-security-admission/policy"
)

const (
	rounds  = 9
	minimum = 300 * time.Millisecond
)

type measurement struct {
	PodsPerSecond float64 `json:"podsPerSecond"`
	Rejected      int     `json:"rejected"`
}

// bench decodes all pods first, then times nothing but their evaluation, on one goroutine.
func bench(evaluator policy.Evaluator, in io.Reader, out io.Writer) error {
	var pods []*corev1.Pod
	lines := scanner(in)
	for lines.Scan() {
		pod, err := decode(lines.Bytes())
		if err != nil {
			return err
		}
		pods = append(pods, pod)
	}
	if err := lines.Err(); err != nil {
		return err
	}
	latest := api.LevelVersion{Level: api.LevelRestricted, Version: api.LatestVersion()}
	rejected := 0
	for _, pod := range pods {
		if verdictAt(evaluator, pod, latest) != nil {
			rejected++
		}
	}
	var rates []float64
	for range rounds {
		rates = append(rates, rate(evaluator, latest, pods))
	}
	slices.Sort(rates)
	return json.NewEncoder(out).Encode(measurement{rates[rounds/2], rejected})
}

func rate(evaluator policy.Evaluator, at api.LevelVersion, pods []*corev1.Pod) float64 {
	judged := 0
	start := time.Now()
	for time.Since(start) < minimum {
		for _, pod := range pods {
			evaluator.EvaluatePod(at, &pod.ObjectMeta, &pod.Spec)
		}
		judged += len(pods)
	}
	return float64(judged) / time.Since(start).Seconds()
}
