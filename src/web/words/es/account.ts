/** Signing in and up, and verifying a certificate. */
export const account: Record<string, string> = {
  'E-mail': 'Correo electrónico',
  Password: 'Contraseña',
  'I forgot my password': 'He olvidado mi contraseña',
  'New here?': '¿Es su primera vez?',
  'Create an account': 'Crear una cuenta',
  'Study at your own pace, keep your progress and your certificates.':
    'Estudie a su ritmo y conserve su progreso y sus certificados.',
  'Full name': 'Nombre completo',
  'As it should stand on a certificate.': 'Tal como debe figurar en un certificado.',
  'We send a link there to confirm it.': 'Le enviaremos un enlace para confirmarla.',
  'At least 15 characters. Four or five words that do not belong together are easy to keep in mind.':
    'Al menos 15 caracteres. Cuatro o cinco palabras sin relación entre sí se recuerdan bien.',
  'I have an account': 'Ya tengo una cuenta',
  'Look into your mailbox': 'Mire su correo',
  'A mail with a link is on its way to you.': 'Le hemos enviado un mensaje con un enlace.',
  'The link in it confirms that the address is yours and brings you back here, signed in. It works for three days.':
    'El enlace confirma que la dirección es suya y le trae de vuelta aquí, con la sesión iniciada. Funciona durante tres días.',
  'You need not wait for it: you can sign in with your e-mail address and your password now. If no mail comes, look among the unwanted ones, or sign in and have it sent again.':
    'No hace falta esperar: ya puede entrar con su correo y su contraseña. Si no llega ningún mensaje, mire en el correo no deseado, o entre y pida que se lo enviemos de nuevo.',
  'Open the demo mailbox': 'Abrir el buzón de demostración',
  'Enter your e-mail address.': 'Escriba su dirección de correo.',
  'Enter an e-mail address like name@example.com.': 'Escriba una dirección como nombre@example.com.',
  'Enter your password.': 'Escriba su contraseña.',
  'Enter your name.': 'Escriba su nombre.',
  'The e-mail address or the password is not right.': 'La dirección de correo o la contraseña no son correctas.',
  'Many people are signing in just now. Please try again in a moment.':
    'Mucha gente está entrando ahora mismo. Inténtelo de nuevo en un momento.',
  'This password is on lists that attackers try first, or is easy to guess. Choose another one.':
    'Esta contraseña está en listas que los atacantes prueban primero, o es fácil de adivinar. Elija otra.',
  'Do not use your e-mail address as the password.': 'No use su dirección de correo como contraseña.',
  'Do not use the name of this site as the password.': 'No use el nombre de este sitio como contraseña.',
  'Check whether a Glabella certificate is genuine and still stands.':
    'Compruebe si un certificado de Glabella es auténtico y sigue vigente.',
  'See what a certificate says, whom it was issued to, and whether it still stands. Anyone may check; nobody is told that you did.':
    'Vea qué dice un certificado, a quién se expidió y si sigue vigente. Cualquiera puede comprobarlo; a nadie se le dice que lo ha hecho.',
  'Certificate number': 'Número del certificado',
  'It stands on the certificate and begins with GL. Hyphens and capitals do not matter.':
    'Figura en el certificado y empieza por GL. No importan los guiones ni las mayúsculas.',
  'Or check a file': 'O compruebe un archivo',
  'Certificate file': 'Archivo del certificado',
  'The PDF, the badge (PNG or SVG) or the signed file (JSON or JWT), up to 5 MB. We read the signature in it and keep nothing of it.':
    'El PDF, la insignia (PNG o SVG) o el archivo firmado (JSON o JWT), hasta 5 MB. Leemos la firma que contiene y no guardamos nada.',
  'Check the file': 'Comprobar el archivo',
  'No number at hand?': '¿No tiene el número?',
  'Find a certified injector': 'Buscar un inyector certificado',
  'Enter the number of the certificate.': 'Escriba el número del certificado.',
  'There is no certificate with this number. Compare it character by character; if a certificate says so, do not rely on it.':
    'No hay ningún certificado con este número. Compárelo carácter por carácter; si un certificado lo lleva, no se fíe de él.',
};
