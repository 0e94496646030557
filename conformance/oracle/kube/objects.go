package main

import (
	"context"
	"encoding/json"
	"errors"
	"strings"

	apierrors "k8s.io/apimachinery/pkg/api/errors"
	"k8s.io/apimachinery/pkg/api/meta"
	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"
	"k8s.io/apimachinery/pkg/runtime"
	"k8s.io/apimachinery/pkg/runtime/schema"
	"k8s.io/apiserver/pkg/endpoints/request"
	"k8s.io/apiserver/pkg/registry/rest"
	"k8s.io/apiserver/pkg/warning"
	"k8s.io/kubernetes/pkg/api/legacyscheme"
	"k8s.io/kubernetes/pkg/apis/apps"
	_ "k8s.io/kubernetes/pkg/apis/apps/install"
	"k8s.io/kubernetes/pkg/apis/core"
	_ "k8s.io/kubernetes/pkg/apis/core/install"
	"k8s.io/kubernetes/pkg/registry/apps/deployment"
	"k8s.io/kubernetes/pkg/registry/core/pod"
)

type fault struct {
	Field  string `json:"field"`
	Type   string `json:"type"`
	Detail string `json:"detail"`
}

type answer struct {
	// Decode says why the object cannot be decoded; nothing else is said then.
	Decode string `json:"decode,omitempty"`
	// Unknown are the strict decoder's complaints, which are warnings by default.
	Unknown []string `json:"unknown,omitempty"`
	Errors  []fault  `json:"errors,omitempty"`
	// Message is the refusal as a whole.
	Message  string   `json:"message,omitempty"`
	Warnings []string `json:"warnings,omitempty"`
}

// judge creates the object as the server does, but for admission and storage.
func judge(line []byte) any {
	var kind struct{ Kind string }
	if err := json.Unmarshal(line, &kind); err != nil {
		return answer{Decode: err.Error()}
	}
	strategy, gvk, hub, into := target(kind.Kind)
	info, _ := runtime.SerializerInfoForMediaType(legacyscheme.Codecs.SupportedMediaTypes(), runtime.ContentTypeJSON)
	decoder := legacyscheme.Codecs.DecoderToVersion(info.StrictSerializer, hub)
	result := answer{}
	object, _, err := decoder.Decode(line, &gvk, into)
	if err != nil {
		strict, isStrict := runtime.AsStrictDecodingError(err)
		if !isStrict || object == nil {
			return answer{Decode: err.Error()}
		}
		for _, each := range strict.Errors() {
			result.Unknown = append(result.Unknown, each.Error())
		}
	}
	create(strategy, gvk, object, &result)
	return result
}

func target(kind string) (rest.RESTCreateStrategy, schema.GroupVersionKind, runtime.GroupVersioner, runtime.Object) {
	if kind == "Deployment" {
		gvk := schema.GroupVersionKind{Group: "apps", Version: "v1", Kind: "Deployment"}
		return deployment.Strategy, gvk, apps.SchemeGroupVersion, &apps.Deployment{}
	}
	gvk := schema.GroupVersionKind{Version: "v1", Kind: "Pod"}
	return pod.Strategy, gvk, core.SchemeGroupVersion, &core.Pod{}
}

func create(strategy rest.RESTCreateStrategy, gvk schema.GroupVersionKind, object runtime.Object, result *answer) {
	accessor, err := meta.Accessor(object)
	if err != nil {
		panic(err)
	}
	rest.WipeObjectMetaSystemFields(accessor)
	namespace := accessor.GetNamespace()
	if namespace == "" {
		namespace = "default"
	}
	ctx := request.WithNamespace(context.Background(), namespace)
	ctx = request.WithRequestInfo(ctx, requestInfo(gvk, accessor))
	ctx = warning.WithWarningRecorder(ctx, recorder{result})
	if err := rest.EnsureObjectNamespaceMatchesRequestNamespace(namespace, accessor); err != nil {
		panic(err)
	}
	rest.FillObjectMetaSystemFields(accessor)
	if accessor.GetGenerateName() != "" && accessor.GetName() == "" {
		accessor.SetName(strategy.GenerateName(accessor.GetGenerateName()))
	}
	var status apierrors.APIStatus
	err = rest.BeforeCreate(strategy, ctx, object)
	if err == nil || !errors.As(err, &status) {
		return
	}
	result.Message = status.Status().Message
	if details := status.Status().Details; details != nil {
		for _, cause := range details.Causes {
			result.Errors = append(result.Errors, fault{cause.Field, string(cause.Type), cause.Message})
		}
	}
}

func requestInfo(gvk schema.GroupVersionKind, accessor metav1.Object) *request.RequestInfo {
	return &request.RequestInfo{
		IsResourceRequest: true,
		Verb:              "create",
		APIGroup:          gvk.Group,
		APIVersion:        gvk.Version,
		Resource:          strings.ToLower(gvk.Kind) + "s",
		Name:              accessor.GetName(),
	}
}

type recorder struct{ result *answer }

func (r recorder) AddWarning(_, text string) {
	r.result.Warnings = append(r.result.Warnings, text)
}
