import { createGridClient, type GridClient, type GridEvent } from "@grid-sdk/client";
import { context, type Span, SpanKind, SpanStatusCode, trace } from "@opentelemetry/api";

const tracer = trace.getTracer("grid-sdk");
const spans = new Map<number, Span>();

// One span for each call. Its retries are events of the span.
function record({ callId, ...event }: GridEvent): void {
  const span = spans.get(callId) ?? startSpan(callId, event.operationId ?? `${event.method} ${event.path}`);
  if (event.type === "retry") span.addEvent("retry", { reason: event.reason, delayMs: event.delayMs });
  if (event.type !== "end") return;
  span.setAttributes({ "http.request.method": event.method, "url.template": event.path });
  if (event.status !== undefined) span.setAttribute("http.response.status_code", event.status);
  if (event.attempt > 1) span.setAttribute("http.request.resend_count", event.attempt - 1);
  if (event.outcome !== "success")
    span.setStatus({ code: SpanStatusCode.ERROR }).setAttribute("error.type", event.outcome);
  span.end();
  spans.delete(callId);
}

function startSpan(callId: number, name: string): Span {
  const span = tracer.startSpan(name, { kind: SpanKind.CLIENT });
  spans.set(callId, span);
  return span;
}

// Sends each attempt inside the call's span, so that the spans of fetch's instrumentation are below it.
function fetchInSpan(request: Request & { callId?: number }, init: RequestInit): Promise<Response> {
  const span = spans.get(request.callId ?? 0);
  const send = () => fetch(request, init);
  return span ? context.with(trace.setSpan(context.active(), span), send) : send();
}

export function createTracedClient(): GridClient {
  return createGridClient({ onEvent: record, fetch: fetchInSpan });
}
