import { Injectable } from '@nestjs/common';
import type { Request } from 'express';
import { DomainError } from '../../shared/index.js';
import { emptyForm, type FormState, readTypedForm } from '../../web/index.js';
import { arrangement } from '../editor/arrangement.js';
import { arrangeRows } from '../editor/arrange-rows.js';
import { AddPicture } from '../pictures/add-picture.js';
import type { StoredPicture } from '../pictures/picture.queries.js';

type Typed = FormState['values'];

/** What the editor sent. */
export interface TypedQuestion {
  typed: Typed;
  /** The page again, without anything being saved: rows were arranged, or a picture cannot be taken. */
  shown?: FormState;
  refused: boolean;
}

/** Room for a picture of any size that people send, so that one that is too large is refused at its field. */
const largestForm = 32_000_000;

/** Reads the posted editor. Pictures that came with it are stored at once, so that no error loses them. */
@Injectable()
export class ReadTypedQuestion {
  constructor(private readonly adding: AddPicture) {}

  async read(request: Request, personId: string, stored: StoredPicture[]): Promise<TypedQuestion> {
    const { typed: sent, files } = await readTypedForm(request, largestForm);
    const { arrange, ...fields } = sent;
    let typed = chosen(fields, stored);
    const errors: Record<string, string> = {};
    for (const [field, bytes] of files) {
      if (!field.endsWith('.upload')) continue;
      const taken = await this.take(bytes, personId, field);
      if (taken instanceof DomainError) errors[field] = taken.message;
      else typed = withPicture(typed, field.slice(0, -'.upload'.length), taken);
    }
    const asked = arrangement.read(arrange);
    const refused = Object.keys(errors).length > 0;
    if (!asked && !refused) return { typed, refused };
    const form = emptyForm(asked ? arrangeRows(typed, asked) : typed);
    return { typed, refused, shown: { ...form, errors, summary: Object.values(errors) } };
  }

  private async take(bytes: Buffer, personId: string, field: string) {
    try {
      return await this.adding.execute({ bytes, personId, field });
    } catch (error) {
      if (error instanceof DomainError) return error;
      throw error;
    }
  }
}

/** Pictures chosen from those stored; the words that described one come with it. */
function chosen(typed: Typed, stored: StoredPicture[]): Typed {
  const choices = Object.entries(typed).filter(([name]) => name.endsWith('.picture.choose'));
  return choices.reduce((before, [name, id]) => {
    const rest = without(before, name);
    const picture = stored.find((each) => each.id === id);
    return picture ? withPicture(rest, name.slice(0, -'.choose'.length), picture) : rest;
  }, typed);
}

function withPicture(typed: Typed, name: string, picture: Omit<StoredPicture, 'alt'> & { alt?: string }): Typed {
  return {
    ...without(typed, `${name}.file`),
    [`${name}.id`]: picture.id,
    [`${name}.width`]: String(picture.width),
    [`${name}.height`]: String(picture.height),
    [`${name}.alt`]: typed[`${name}.alt`] || (picture.alt ?? ''),
  };
}

const without = (typed: Typed, name: string): Typed =>
  Object.fromEntries(Object.entries(typed).filter(([each]) => each !== name));
