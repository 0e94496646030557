package main

import (
	"encoding/json"
	"io"
	"slices"
	"syscall"
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
	Refused       []bool  `json:"refused"`
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
	var refused []bool
	for _, pod := range pods {
		refused = append(refused, verdictAt(evaluator, pod, latest) != nil)
	}
	var rates []float64
	for range rounds {
		rates = append(rates, rate(evaluator, latest, pods))
	}
	slices.Sort(rates)
	return json.NewEncoder(out).Encode(measurement{rates[rounds/2], refused})
}

// rate counts processor time, garbage collection included, so that a busy machine doesn't matter.
func rate(evaluator policy.Evaluator, at api.LevelVersion, pods []*corev1.Pod) float64 {
	judged := 0
	start := processorTime()
	elapsed := time.Duration(0)
	for elapsed < minimum {
		for range 20 {
			for _, pod := range pods {
				evaluator.EvaluatePod(at, &pod.ObjectMeta, &pod.Spec)
			}
			judged += len(pods)
		}
		elapsed = processorTime() - start
	}
	return float64(judged) / elapsed.Seconds()
}

func processorTime() time.Duration {
	var usage syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &usage); err != nil {
		panic(err)
	}
	return time.Duration(usage.Utime.Nano() + usage.Stime.Nano())
}
