/** Parameters of an openapi call in WeChat's own snake_case. */
export type OpenApiParams = Record<string, unknown>

/** What WeChat answers: JSON (`errcode` other than 0 is a failure), or a picture. */
export type OpenApiAnswer =
  { kind: 'json'; value: Record<string, unknown> } | { kind: 'file'; contentType: string; content: Buffer }

/** An openapi as the local cloud answers it. */
export type OpenApi = (params: OpenApiParams) => OpenApiAnswer | Promise<OpenApiAnswer>

export function ok(value: Record<string, unknown> = {}): OpenApiAnswer {
  return { kind: 'json', value: { errcode: 0, errmsg: 'ok', ...value } }
}

export function refusal(errcode: number, errmsg: string): OpenApiAnswer {
  return { kind: 'json', value: { errcode, errmsg } }
}

/** The names of the given parameters that are missing or empty. */
export function missing(params: OpenApiParams, names: string[]): string[] {
  return names.filter((name) => params[name] === undefined || params[name] === null || params[name] === '')
}
