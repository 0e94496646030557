// Command oracle says what upstream's own code makes of pods and namespace labels.
//
//	oracle version          the newest policy minor that this module knows
//	oracle pods   < pods    a JSON object per line in, its verdicts per line out
//	oracle labels < sets    {"labels", "defaults"} per line in, the policy per line out
//	oracle bench  < pods    how many pods per second it evaluates at restricted:latest
package main

import (
	"bufio"
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"os"

	"k8s.io/pod-security-admission/api"
	"k8s.io/pod-security-admission/policy"
)

func main() {
	if err := run(os.Args[1:], os.Stdin, os.Stdout); err != nil {
		fmt.Fprintln(os.Stderr, "oracle:", err)
		os.Exit(1)
	}
}

func run(args []string, in io.Reader, out io.Writer) error {
	if len(args) != 1 {
		return fmt.Errorf("usage: oracle version|pods|labels|bench")
	}
	evaluator, err := policy.NewEvaluator(policy.DefaultChecks(), nil)
	if err != nil {
		return err
	}
	switch args[0] {
	case "version":
		_, err = fmt.Fprintln(out, newestMinor())
		return err
	case "pods":
		return eachLine(in, out, func(line []byte) any { return judge(evaluator, line) })
	case "labels":
		return eachLine(in, out, readLabels)
	case "bench":
		return bench(evaluator, in, out)
	}
	return fmt.Errorf("unknown command %q", args[0])
}

// newestMinor is the newest minor at which any check of the module changes.
func newestMinor() int {
	newest := 0
	for _, check := range policy.DefaultChecks() {
		for _, revision := range check.Versions {
			newest = max(newest, revision.MinimumVersion.Minor())
		}
	}
	return newest
}

// eachLine answers every line of in with one line of JSON.
func eachLine(in io.Reader, out io.Writer, answer func(line []byte) any) error {
	lines := scanner(in)
	buffered := bufio.NewWriter(out)
	encoder := json.NewEncoder(buffered)
	encoder.SetEscapeHTML(false)
	for lines.Scan() {
		if err := encoder.Encode(answer(bytes.Clone(lines.Bytes()))); err != nil {
			return err
		}
	}
	if err := lines.Err(); err != nil {
		return err
	}
	return buffered.Flush()
}

func scanner(in io.Reader) *bufio.Scanner {
	lines := bufio.NewScanner(in)
	lines.Buffer(make([]byte, 1<<20), 1<<26)
	return lines
}

func at(level api.Level, minor int) api.LevelVersion {
	return api.LevelVersion{Level: level, Version: api.MajorMinorVersion(1, minor)}
}
