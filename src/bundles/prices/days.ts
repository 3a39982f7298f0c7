const day = 86_400_000;

export const daysBefore = (at: Date, days: number): Date => new Date(at.getTime() - days * day);
export const daysAfter = (at: Date, days: number): Date => new Date(at.getTime() + days * day);
