// @vitest-environment happy-dom
import { checkEnvironment } from "./check-environment.ts";

checkEnvironment();
