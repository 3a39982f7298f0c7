import type { Client } from '../../test/support/index.js';

/** Begins a draft of a course and answers where it is. */
export async function draftOf(author: Client, course: string): Promise<string> {
  const { body, status, text } = await author.post<{ id: string }>('/api/author/drafts', { course, from: 'edition' });
  if (status !== 201) throw new Error(text);
  return body.id;
}

export const apiFile = (id: string, path: string) => `/api/author/drafts/${id}/file?path=${encodeURIComponent(path)}`;
export const pageFile = (id: string, path: string) => `/author/drafts/${id}/file?path=${encodeURIComponent(path)}`;

/** Changes words of a file of a draft. */
export async function rewrite(author: Client, id: string, path: string, from: string, to: string): Promise<void> {
  const { body } = await author.get<{ rev: number; text: string }>(apiFile(id, path));
  if (!body.text.includes(from)) throw new Error(`${path} does not say “${from}”.`);
  const saved = await author.put(apiFile(id, path), { rev: body.rev, text: body.text.replace(from, to) });
  if (saved.status !== 200) throw new Error(saved.text);
}
