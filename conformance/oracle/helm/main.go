// Command helmoracle says what Helm's own code makes of the text of a values file.
//
//	helmoracle read    < texts    a JSON string per line in, an answer per line out:
//	                              {"value": ...} or {"error": "..."}
//	helmoracle merge   < layers   what Helm merges of values files and --set options: a layering
//	                              (see merge.go) per line in, an answer as above per line out
//	helmoracle modules            the module versions that answered
package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"runtime/debug"
	"slices"

	"helm.sh/helm/v3/pkg/chartutil"
)

type answer struct {
	Value map[string]any `json:"value,omitempty"`
	Error string         `json:"error,omitempty"`
}

func main() {
	if err := run(os.Args[1:], os.Stdin, os.Stdout); err != nil {
		fmt.Fprintln(os.Stderr, "helmoracle:", err)
		os.Exit(1)
	}
}

func run(args []string, in io.Reader, out io.Writer) error {
	if len(args) != 1 {
		return fmt.Errorf("usage: helmoracle read|merge|modules")
	}
	switch args[0] {
	case "read":
		return answerAll(in, out, readLine)
	case "merge":
		return mergeAll(in, out)
	case "modules":
		return modules(out)
	}
	return fmt.Errorf("unknown command %q", args[0])
}

func answerAll(in io.Reader, out io.Writer, answerLine func([]byte) (answer, error)) error {
	lines := bufio.NewReaderSize(in, 1<<20)
	writer := bufio.NewWriter(out)
	defer writer.Flush()
	for {
		line, err := lines.ReadBytes('\n')
		if len(line) > 0 {
			answered, err := answerLine(line)
			if err != nil {
				return err
			}
			encoded, err := json.Marshal(answered)
			if err != nil {
				return err
			}
			writer.Write(encoded)
			writer.WriteByte('\n')
		}
		if err == io.EOF {
			return nil
		}
		if err != nil {
			return err
		}
	}
}

func readLine(line []byte) (answer, error) {
	var text string
	if err := json.Unmarshal(line, &text); err != nil {
		return answer{}, err
	}
	return read(text), nil
}

// read never gives null: Helm turns an empty file into an empty mapping.
func read(text string) (result answer) {
	defer func() {
		if reason := recover(); reason != nil {
			result = answer{Error: fmt.Sprintf("panic: %v", reason)}
		}
	}()
	values, err := chartutil.ReadValues([]byte(text))
	if err != nil {
		return answer{Error: err.Error()}
	}
	return answer{Value: values}
}

func modules(out io.Writer) error {
	info, ok := debug.ReadBuildInfo()
	if !ok {
		return fmt.Errorf("no build information")
	}
	wanted := []string{"helm.sh/helm/v3", "sigs.k8s.io/yaml", "go.yaml.in/yaml/v2"}
	for _, module := range info.Deps {
		if slices.Contains(wanted, module.Path) {
			fmt.Fprintln(out, module.Path, module.Version)
		}
	}
	return nil
}
