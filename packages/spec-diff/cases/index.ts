import type { Case } from "./case.ts";
import { compositionCases } from "./composition.ts";
import { documentationCases } from "./documentation.ts";
import { operationCases } from "./operations.ts";
import { propertyCases } from "./properties.ts";
import { responseCases } from "./responses.ts";
import { unionCases } from "./unions.ts";
import { valueCases } from "./values.ts";

/** Every row of the classification, and every trap. */
export const cases: readonly Case[] = [
  ...operationCases,
  ...responseCases,
  ...propertyCases,
  ...valueCases,
  ...unionCases,
  ...compositionCases,
  ...documentationCases,
];
