/** The pages of one quiz. */
export const quizAddress = (course: string, quiz: string): string => `/learn/${course}/quiz/${quiz}`;

export const attemptAddress = ({ quiz, id }: { quiz: { course: string; slug: string }; id: string }): string =>
  `${quizAddress(quiz.course, quiz.slug)}/attempts/${id}`;
