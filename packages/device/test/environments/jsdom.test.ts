// @vitest-environment jsdom
import { checkEnvironment } from "./check-environment.ts";

checkEnvironment();
