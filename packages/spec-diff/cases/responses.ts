import { between, type Case, object, ref, response, text, whole } from "./case.ts";

const created = { "201": response(object({ id: text })) };
const limited = { "429": response(object({ code: { enum: ["RATE_LIMITED"] } }, ["code"])) };
const withHeader = (header: object) => ({
  responses: { "200": { ...response(object({})), headers: { "Retry-After": header } } },
});
const errorCodes = (...codes: string[]) => ({
  responses: { "400": response(ref("Problem")) },
  schemas: { Problem: object({ code: { type: "string", enum: codes } }, ["code"]) },
});
const errorReason = (...reasons: string[]) => ({
  responses: { "400": response(object({ code: text, reason: { enum: reasons } }, ["code", "reason"])) },
});
const successCodes = (...codes: string[]) => ({ answer: object({ code: { enum: codes } }) });

/** Rows about statuses, their headers and their bodies. */
export const responseCases: Case[] = [
  between("a success status is removed", { responses: created }, {}, ["breaking", "status-removed"]),
  between("a success status is added", {}, { responses: created }, ["widening", "status-added"]),
  between(
    "a success status with another body is added",
    {},
    { responses: { "202": response(object({ payload: text })) } },
    ["breaking", "status-added"],
  ),
  between(
    "a success status is added to two that share no property",
    { responses: { "202": response(object({ payload: text })) } },
    { responses: { "202": response(object({ payload: text })), "204": { description: "Done." } } },
    ["widening", "status-added"],
  ),
  between(
    "a success status with a body is added to one without",
    { operation: { responses: { "204": { description: "Done." } } } },
    { operation: { responses: { "204": { description: "Done." }, "200": response(object({ id: text })) } } },
    ["widening", "status-added"],
  ),
  between("a success status without a body is added", {}, { responses: { "204": { description: "Done." } } }, [
    "breaking",
    "status-added",
  ]),
  between("an error status is added", {}, { responses: limited }, ["minor", "status-added"]),
  between("an error status is removed", { responses: limited }, {}, ["breaking", "status-removed"]),
  between(
    "a success status is replaced by another",
    { operation: { responses: { "200": response(text) } } },
    { operation: { responses: { "201": response(text) } } },
    ["breaking", "status-removed"],
  ),
  between(
    "a response schema is swapped for an incompatible one",
    { answer: object({ id: text }) },
    { answer: object({ name: text }) },
    ["breaking", "property-removed"],
  ),
  between(
    "a response becomes a list",
    { answer: object({ id: text }) },
    { answer: { type: "array", items: object({ id: text }) } },
    ["breaking", "type-changed"],
  ),
  between(
    "a response refers to a component with another shape",
    { answer: ref("A"), schemas: { A: object({ a: text }), B: object({ b: text }) } },
    { answer: ref("B"), schemas: { A: object({ a: text }), B: object({ b: text }) } },
    ["breaking", "property-removed"],
  ),
  between("a response body is removed", {}, { responses: { "200": { description: "Done." } } }, [
    "breaking",
    "media-type-removed",
  ]),
  between("a response body is added", { responses: { "200": { description: "Done." } } }, {}, [
    "widening",
    "media-type-added",
  ]),

  between("a response header is added", { responses: { "200": response(object({})) } }, withHeader({ schema: whole }), [
    "minor",
    "header-added",
  ]),
  between(
    "a response header is removed",
    withHeader({ schema: whole }),
    { responses: { "200": response(object({})) } },
    ["breaking", "header-removed"],
  ),
  between("a response header changes its type", withHeader({ schema: whole }), withHeader({ schema: text }), [
    "breaking",
    "type-changed",
  ]),
  between(
    "a response header becomes required",
    withHeader({ schema: whole }),
    withHeader({ required: true, schema: whole }),
    ["minor", "header-became-required"],
  ),
  between(
    "a response header becomes optional",
    withHeader({ required: true, schema: whole }),
    withHeader({ schema: whole }),
    ["breaking", "header-became-optional"],
  ),

  between("an error code is added", errorCodes("BAD"), errorCodes("BAD", "WORSE"), ["minor", "enum-value-added"]),
  between("an error code is removed", errorCodes("BAD", "WORSE"), errorCodes("BAD"), [
    "breaking",
    "enum-value-removed",
  ]),
  between("a value is added to another enum of an error", errorReason("A"), errorReason("A", "B"), [
    "widening",
    "enum-value-added",
  ]),
  between("a value is added to the code of a success", successCodes("A"), successCodes("A", "B"), [
    "widening",
    "enum-value-added",
  ]),
  between(
    "an error code is added in a base that the error extends",
    {
      responses: { "400": response(ref("Sub")) },
      schemas: { Base: object({ code: { enum: ["A"] } }), Sub: { allOf: [ref("Base")] } },
    },
    {
      responses: { "400": response(ref("Sub")) },
      schemas: { Base: object({ code: { enum: ["A", "B"] } }), Sub: { allOf: [ref("Base")] } },
    },
    ["minor", "enum-value-added"],
  ),
];
