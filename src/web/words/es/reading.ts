/** Articles and search. */
export const reading: Record<string, string> = {
  Article: 'Artículo',
  'Articles on injectables, free to read, with their sources.':
    'Artículos sobre inyectables, de lectura gratuita, con sus fuentes.',
  'Free to read and to print, each with its sources and the date of its last review.':
    'De lectura e impresión gratuitas, cada uno con sus fuentes y la fecha de su última revisión.',
  'No article yet': 'Todavía no hay artículos',
  'The courses are in the catalogue.': 'Los cursos están en el catálogo.',
  'Go to the catalogue': 'Ir al catálogo',
  '{minutes} min to read': '{minutes} min de lectura',
  'A course that goes further': 'Un curso para profundizar',
  'Courses that go further': 'Cursos para profundizar',
  '{minutes} minutes of study': '{minutes} minutos de estudio',
  Sources: 'Fuentes',
  'Not clinically reviewed here': 'Sin revisión clínica propia',
  Reviewed: 'Revisado el',
  'First published:': 'Publicado por primera vez:',
  'For licensed medical professionals. It is not advice to patients; check the current label before you treat.':
    'Para profesionales sanitarios con licencia. No es un consejo para pacientes; compruebe la ficha técnica vigente antes de tratar.',
  'For licensed medical professionals within their scope. Check the current label before you treat.':
    'Para profesionales sanitarios con licencia, dentro de sus competencias. Compruebe la ficha técnica vigente antes de tratar.',
  Lesson: 'Lección',
  Lessons: 'Lecciones',
  Search: 'Buscar',
  'Search: {words}': 'Búsqueda: {words}',
  'All of Glabella': 'Todo Glabella',
  'What to look for': 'Qué buscar',
  'Articles, courses and bundles, and the lessons that you study.':
    'Artículos, cursos y paquetes, y las lecciones que usted estudia.',
  '{count} result': '{count} resultado',
  '{count} results': '{count} resultados',
  'Nothing found': 'No se ha encontrado nada',
  'Try fewer or other words.': 'Pruebe con menos palabras, o con otras.',
  'Nothing has': 'Nada contiene',
  'in it. These have': 'Sí hay resultados con',
  'Did you mean': '¿Quería decir',
  'What kind': 'De qué tipo',
  Everything: 'Todo',
};
