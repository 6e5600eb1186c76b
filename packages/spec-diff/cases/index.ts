import type { Case } from "./case.ts";
import { compositionCases } from "./composition.ts";
import { documentationCases } from "./documentation.ts";
import { operationCases } from "./operations.ts";
import { propertyCases } from "./properties.ts";
import { responseCases } from "./responses.ts";
import { unionCases } from "./unions.ts";
import { valueCases } from "./values.ts";

export type { Case } from "./case.ts";

export interface Chapter {
  readonly title: string;
  readonly cases: readonly Case[];
}

/** Every row of the classification, and every trap, by what they are about. */
export const chapters: readonly Chapter[] = [
  { title: "Operations, parameters, headers, security", cases: operationCases },
  { title: "Statuses, their headers and their bodies", cases: responseCases },
  { title: "Properties", cases: propertyCases },
  { title: "Types, values, constraints", cases: valueCases },
  { title: "`oneOf`, `anyOf`, discriminators", cases: unionCases },
  { title: "`allOf`, references, recursion, names", cases: compositionCases },
  { title: "Documentation, and what is not known to be documentation", cases: documentationCases },
];

export const cases: readonly Case[] = chapters.flatMap((chapter) => chapter.cases);
