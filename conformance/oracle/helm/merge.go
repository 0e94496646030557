package main

import (
	"encoding/json"
	"fmt"
	"io"
	"os"

	"helm.sh/helm/v3/pkg/cli/values"
	"helm.sh/helm/v3/pkg/getter"
)

// layering is what a command line of Helm gives: values files in their order, options in theirs,
// and the contents of the files that --set-file names.
type layering struct {
	Files    []string          `json:"files"`
	Options  []option          `json:"options"`
	Contents map[string]string `json:"contents"`
}

type option struct {
	Kind string `json:"kind"`
	Text string `json:"text"`
}

// mergeAll works in a folder of its own, since Helm reads values from files.
func mergeAll(in io.Reader, out io.Writer) error {
	folder, err := os.MkdirTemp("", "helmoracle")
	if err != nil {
		return err
	}
	defer os.RemoveAll(folder)
	if err := os.Chdir(folder); err != nil {
		return err
	}
	return answerAll(in, out, mergeLine)
}

func mergeLine(line []byte) (answer, error) {
	var given layering
	if err := json.Unmarshal(line, &given); err != nil {
		return answer{}, err
	}
	options := values.Options{}
	for index, text := range given.Files {
		name := fmt.Sprintf("layer-%d.yaml", index)
		if err := os.WriteFile(name, []byte(text), 0o600); err != nil {
			return answer{}, err
		}
		options.ValueFiles = append(options.ValueFiles, name)
	}
	for name, text := range given.Contents {
		if err := os.WriteFile(name, []byte(text), 0o600); err != nil {
			return answer{}, err
		}
		defer os.Remove(name)
	}
	for _, one := range given.Options {
		switch one.Kind {
		case "set-json":
			options.JSONValues = append(options.JSONValues, one.Text)
		case "set":
			options.Values = append(options.Values, one.Text)
		case "set-string":
			options.StringValues = append(options.StringValues, one.Text)
		case "set-file":
			options.FileValues = append(options.FileValues, one.Text)
		case "set-literal":
			options.LiteralValues = append(options.LiteralValues, one.Text)
		default:
			return answer{}, fmt.Errorf("unknown option %q", one.Kind)
		}
	}
	return merge(options), nil
}

func merge(options values.Options) (result answer) {
	defer func() {
		if reason := recover(); reason != nil {
			result = answer{Error: fmt.Sprintf("panic: %v", reason)}
		}
	}()
	merged, err := options.MergeValues(getter.Providers{})
	if err != nil {
		return answer{Error: err.Error()}
	}
	return answer{Value: merged}
}
