/** A module of a course as `course.md` has it: lessons, or one quiz. */
export type Module = ({ title: string; lessons: string[] } | { title: string; quiz: string }) & ModuleRules;

/** What it opens by and how much of it counts, as it is written; the importer checks it. */
export interface ModuleRules {
  opens?: unknown;
  needs?: unknown;
  complete?: unknown;
}

/** Where something stands: the module, and in it the lesson. */
export interface Spot {
  module: number;
  item?: number | undefined;
}

/** What can be done with an outline; each gives a new one, or the same where it is not possible. */
export type Change =
  | { act: 'up' | 'down' | 'in' | 'out' | 'remove'; at: Spot }
  | { act: 'move'; at: Spot; to: Spot }
  | { act: 'rename'; at: Spot; title: string }
  | { act: 'add-lesson'; at: Spot; title: string; slug: string }
  | { act: 'add-module'; title: string; lesson: string; slug: string }
  | { act: 'add-quiz'; title: string; slug: string };

type LessonModule = Extract<Module, { lessons: string[] }>;
const hasLessons = (module: Module | undefined): module is LessonModule => module !== undefined && 'lessons' in module;

export function changed(outline: Module[], change: Change): Module[] {
  const modules = structuredClone(outline);
  switch (change.act) {
    case 'add-lesson': {
      const module = modules[change.at.module];
      if (hasLessons(module)) module.lessons.push(change.slug);
      return modules;
    }
    case 'add-module':
      return [...modules, { title: change.title, lessons: [change.slug] }];
    case 'add-quiz':
      return [...modules, { title: change.title, quiz: change.slug }];
    case 'rename':
      return modules.map((module, at) => (at === change.at.module ? { ...module, title: change.title } : module));
    case 'move':
      return change.at.item === undefined
        ? moduleMoved(modules, change.at.module, change.to.module)
        : lessonMoved(modules, change.at as Required<Spot>, change.to);
    default:
      return change.at.item === undefined
        ? moduleChanged(modules, change.act, change.at.module)
        : lessonChanged(modules, change.act, change.at as Required<Spot>);
  }
}

type Step = 'up' | 'down' | 'in' | 'out' | 'remove';

function moduleChanged(modules: Module[], act: Step, at: number): Module[] {
  if (!modules[at]) return modules;
  if (act === 'up') return moduleMoved(modules, at, at - 1);
  if (act === 'down') return moduleMoved(modules, at, at + 1);
  if (act === 'remove') return modules.length > 1 ? modules.toSpliced(at, 1) : modules;
  const [module, before] = [modules[at], modules[at - 1]];
  if (act === 'out' || !hasLessons(module) || !hasLessons(before)) return modules;
  before.lessons.push(...module.lessons);
  return modules.toSpliced(at, 1);
}

function lessonChanged(modules: Module[], act: Step, { module, item }: Spot & { item: number }): Module[] {
  const own = modules[module];
  if (!hasLessons(own) || own.lessons[item] === undefined) return modules;
  if (act === 'in') return modules;
  if (act === 'up' || act === 'down') return lessonStepped(modules, act === 'up' ? -1 : 1, module, item);
  const [lesson] = own.lessons.splice(item, 1);
  if (act === 'out') modules.splice(module + 1, 0, { title: 'New module', lessons: [lesson!] });
  const left = withoutEmpty(modules);
  return left.length > 0 ? left : structuredClone([{ ...own, lessons: [lesson!] }]);
}

/** One place on: past the end of its module into the next one that has lessons. */
function lessonStepped(modules: Module[], by: 1 | -1, module: number, item: number): Module[] {
  const own = modules[module] as LessonModule;
  if (own.lessons[item + by] !== undefined) return lessonMoved(modules, { module, item }, { module, item: item + by });
  for (let next = module + by; modules[next]; next += by) {
    const other = modules[next];
    if (hasLessons(other))
      return lessonMoved(modules, { module, item }, { module: next, item: by > 0 ? 0 : other.lessons.length });
  }
  return modules;
}

function moduleMoved(modules: Module[], from: number, to: number): Module[] {
  if (!modules[from] || to < 0 || to >= modules.length) return modules;
  const [module] = modules.splice(from, 1);
  return modules.toSpliced(to, 0, module!);
}

function lessonMoved(modules: Module[], from: Required<Spot>, to: Spot): Module[] {
  const [own, other] = [modules[from.module], modules[to.module]];
  if (!hasLessons(own) || !hasLessons(other) || own.lessons[from.item] === undefined) return modules;
  const [lesson] = own.lessons.splice(from.item, 1);
  other.lessons.splice(to.item ?? other.lessons.length, 0, lesson!);
  return withoutEmpty(modules);
}

const withoutEmpty = (modules: Module[]) =>
  modules.filter((module) => !hasLessons(module) || module.lessons.length > 0);

/** The files that an outline names. */
export const filesOf = (modules: Module[]): string[] =>
  modules.flatMap((module) =>
    hasLessons(module) ? module.lessons.map((slug) => `lessons/${slug}.md`) : [`quizzes/${module.quiz}.yaml`],
  );
