import { isJsonObject, isUnordered, type JsonObject, type Keys } from "@grid-sdk/openapi";
import {
  isMap,
  isScalar,
  isSeq,
  parseDocument,
  type Document,
  type Node,
  type Pair,
  type YAMLMap,
  type YAMLSeq,
} from "yaml";
import { describeDocument, identifyItem } from "../../generate/unordered.ts";

/**
 * The fragment's text with the content of `fragment`, changed as little as possible: what stays keeps its place, its form
 * and its comments; what is new follows in the order of names. The same content gives the same text.
 */
export function writeFragment(previous: string, fragment: JsonObject): string {
  // Quotes what a reader of YAML 1.1 would read as a date, a boolean or a number.
  const yaml = parseDocument(previous, { compat: "yaml-1.1" });
  const content = describeDocument(fragment);
  if (describeDocument(yaml.toJS()) === content) return previous;
  yaml.contents = reconcile(yaml, yaml.contents, fragment, []) as typeof yaml.contents;
  if (describeDocument(yaml.toJS()) !== content) {
    throw new Error("The written text differs from the fragment; this is a bug of spec:update.");
  }
  return yaml.toString({ lineWidth: 0, flowCollectionPadding: false });
}

/** The node that says `value`: the given one, changed where it has to be, or a new one. */
function reconcile(yaml: Document, node: unknown, value: unknown, keys: Keys): unknown {
  if (isMap(node) && isJsonObject(value)) return reconcileMap(yaml, node as YAMLMap, value, keys);
  if (isSeq(node) && Array.isArray(value)) return reconcileList(yaml, node as YAMLSeq, value, keys);
  if (isScalar(node) && node.value === value) return node;
  return yaml.createNode(value);
}

function reconcileMap(yaml: Document, map: YAMLMap, value: JsonObject, keys: Keys): YAMLMap {
  map.items = map.items.filter((pair) => nameOf(pair) in value);
  for (const pair of map.items)
    pair.value = reconcile(yaml, pair.value, value[nameOf(pair)], [...keys, nameOf(pair)]) as Node;
  const present = new Set(map.items.map(nameOf));
  const added = Object.keys(value).filter((name) => !present.has(name));
  if (holdsNames(keys)) {
    for (const name of added.toSorted()) map.add(yaml.createPair(name, value[name]));
  } else {
    for (const name of added) insertInOrder(yaml, map, name, value);
  }
  return map;
}

/** Puts a new field after the one that it follows in the new document, if that one exists. */
function insertInOrder(yaml: Document, map: YAMLMap, name: string, value: JsonObject): void {
  const order = Object.keys(value);
  const before = order.slice(0, order.indexOf(name)).toReversed();
  const neighbour = before.find((field) => map.has(field));
  const at = neighbour === undefined ? 0 : map.items.findIndex((pair) => nameOf(pair) === neighbour) + 1;
  map.items.splice(at, 0, yaml.createPair(name, value[name]));
}

function reconcileList(yaml: Document, list: YAMLSeq, value: readonly unknown[], keys: Keys): YAMLSeq {
  const old = list.items;
  if (!isUnordered(keys)) {
    list.items = value.map((item, at) => reconcile(yaml, old[at], item, [...keys, at])) as Node[];
    return list;
  }
  const items = new Map(value.map((item) => [identifyItem(item), item]));
  const kept = old.flatMap((node) => {
    const identity = identifyItem(toJson(yaml, node));
    const item = items.get(identity);
    items.delete(identity);
    return item === undefined ? [] : [reconcile(yaml, node, item, [...keys, 0])];
  });
  list.items = [...kept, ...[...items.values()].map((item) => yaml.createNode(item))] as Node[];
  return list;
}

function toJson(yaml: Document, node: unknown): unknown {
  return typeof node === "object" && node !== null && "toJS" in node ? (node as Node).toJS(yaml) : node;
}

/** Paths, and components of each kind: names that the API chose. */
function holdsNames(keys: Keys): boolean {
  return (keys[0] === "paths" && keys.length === 1) || (keys[0] === "components" && keys.length === 2);
}

function nameOf(pair: Pair<unknown, unknown>): string {
  return String(isScalar(pair.key) ? pair.key.value : pair.key);
}
