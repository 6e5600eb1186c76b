export { startGridMock, type GridMock, type GridMockOptions } from "./start-grid-mock.ts";
