/**
 * The headers of a response: the platform's `Headers`. If a project's types declare none (no DOM, no Node, no workers),
 * the methods that all platforms have.
 */
export type ResponseHeaders = typeof globalThis extends { Headers: { prototype: infer Platform } }
  ? Platform
  : {
      get(name: string): string | null;
      has(name: string): boolean;
      forEach(callback: (value: string, name: string) => void): void;
    };
