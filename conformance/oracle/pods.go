package main

import (
	corev1 "k8s.io/api/core/v1"
	"k8s.io/pod-security-admission/api"
	"k8s.io/pod-security-admission/policy"
	kjson "sigs.k8s.io/json"
)

// span is [first minor, last minor, detail], where a nil detail means allowed.
type span [3]any

type verdicts struct {
	Baseline   []span `json:"baseline,omitempty"`
	Restricted []span `json:"restricted,omitempty"`
	// Error says why the pod could not be decoded, as the API server decodes it.
	Error string `json:"error,omitempty"`
}

func judge(evaluator policy.Evaluator, line []byte) any {
	pod, err := decode(line)
	if err != nil {
		return verdicts{Error: err.Error()}
	}
	return verdicts{
		Baseline:   spans(evaluator, pod, api.LevelBaseline),
		Restricted: spans(evaluator, pod, api.LevelRestricted),
	}
}

func decode(line []byte) (*corev1.Pod, error) {
	pod := &corev1.Pod{}
	err := kjson.UnmarshalCaseSensitivePreserveInts(line, pod)
	return pod, err
}

// spans joins neighbouring minors with the same verdict.
func spans(evaluator policy.Evaluator, pod *corev1.Pod, level api.Level) []span {
	var joined []span
	for minor := range newestMinor() + 1 {
		verdict := verdictAt(evaluator, pod, at(level, minor))
		last := len(joined) - 1
		if last >= 0 && joined[last][2] == verdict {
			joined[last][1] = minor
			continue
		}
		joined = append(joined, span{minor, minor, verdict})
	}
	return joined
}

func verdictAt(evaluator policy.Evaluator, pod *corev1.Pod, at api.LevelVersion) any {
	result := policy.AggregateCheckResults(evaluator.EvaluatePod(at, &pod.ObjectMeta, &pod.Spec))
	if result.Allowed {
		return nil
	}
	return result.ForbiddenDetail()
}
