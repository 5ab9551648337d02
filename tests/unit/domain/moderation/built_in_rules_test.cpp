#include "domain/moderation/built_in_rules.hpp"

#include <gtest/gtest.h>

#include <algorithm>

#include "domain/moderation/word_rules.hpp"

namespace nightlight::domain {
namespace {

using texts = std::vector<std::string_view>;

bool finds(std::string_view rule, std::string_view text) {
  static const auto rules = make_word_rules({}).made;
  const word_verdict v = judge(*rules, text);
  return std::ranges::any_of(v.matches, [&](const word_match& m) { return m.rule == rule; });
}

void finds_all(std::string_view rule, const texts& said) {
  for (const std::string_view text : said) EXPECT_TRUE(finds(rule, text)) << rule << ": " << text;
}

void finds_none(std::string_view rule, const texts& said) {
  for (const std::string_view text : said) EXPECT_FALSE(finds(rule, text)) << rule << ": " << text;
}

// What mothers write to each other all evening: no rule at all has anything to say about it.
const texts& mother_talk() {
  static const texts said{
      "my breast hurts on the left side",
      "she won't latch, what do i do",
      "i had a vaginal tear, second degree",
      "the tear is healing",
      "my nipple is cracked",
      "let-down takes forever",
      "sex after birth still hurts",
      "pumped 4 oz at the 2 am feed",
      "he drinks 120 ml every 3 hours",
      "i was 38+4 when my water broke",
      "born 12/03 at 3:45 am, 3.2 kg",
      "she was 7 lb 11 oz and 20 inches",
      "born 2024-05-12 at 39+1, 3450 g",
      "take two naps if you can",
      "i'm in room 4127, third floor",
      "i am 34 and this is my second",
      "use my hand to soothe him",
      "38 weeks and so done",
      "slept 830-1030 and 11-2",
      "90 100 120 ml today",
      "he lost 8% of his birth weight",
      "baby lost weight the first days",
      "she is losing weight and i worry",
      "take one day at a time",
      "take two of his bottles from the fridge",
      "i'm so tired.me too",
      "we feed @night and @ 3am",
      "4oz@noon",
      "thank you all so much",
      "10 minute drive to the hospital",
      "20 minutes on the road with a screaming baby",
      "2 weeks on a hard road",
      "1 step at a time",
      "nicu unit 4, bed 12",
      "the 24 calorie formula",
      "i need 500 extra calories for nursing",
      "glucose was 95 mg/dl",
      "bili was 12 mg/dl",
      "i take 50 mg of sertraline",
      "i'm on 100mg zoloft now",
      "my doctor put me on 20 mg",
      "keep coffee under 200 mg of caffeine",
      "i had to take two of my pills",
      "should i take two of them or one?",
      "he's on a dairy free diet for cmpa",
      "i sold out on sleep",
      "my milk came in",
      "the bottle is at 70 degrees",
      "kick counts: one two three four five six seven eight",
      "apgar 8 and 9",
      "contractions 5 minutes apart for 1 hour",
      "due 10 2024",
      "day 3, 42 hours of labor",
      "call 988 or 911",
      "1-833-852-6262 is the maternal hotline",
      "call 1-800-944-4773",
      "text HOME to 741741",
      "at 10 my dr called",
      "12 hours in labor, then 3 of pushing",
      "my face is swollen",
      "my snap is broken on the onesie",
      "can you add me on the list for thursday",
      "at 9 pm me and the baby fell asleep",
      "use the door code at the hospital",
  };
  return said;
}

const texts& habla_de_madres() {
  static const texts said{
      "me duele la teta izquierda",
      "tengo el pezón agrietado",
      "no sé cómo coger al bebé",
      "tiene un año y medio",
      "le salió algo en el ano",
      "se me bajó la leche",
      "tuve un desgarro",
      "relaciones después del parto",
      "toma 90 ml cada tres horas",
      "nació de 38+4 y pesó 3.200 kg",
      "nació el 12/03/2024 a las 3:45",
      "la toma de las 2 de la mañana",
      "tomo mi vitamina todas las noches",
      "tomo 50 mg de sertralina",
      "me recetaron 100 mg",
      "me recetó 20 mg la doctora",
      "toma dos siestas al día",
      "toma dos onzas y se duerme",
      "dale el pecho cuando pida",
      "dale dos tomas más",
      "estoy en la habitación 312, piso 3",
      "tengo 29 años",
      "camino 20 minutos con el bebé",
      "paseo 30 minutos en la tarde",
      "salgo a la calle 20 minutos",
      "mi bebé perdió peso los primeros días",
      "el bebé tiene que bajar de la cuna",
      "mi bebé está adelgazando",
      "me vendo los pechos con una venda fría",
      "uno dos tres cuatro cinco seis siete ocho",
      "el corte de la cesárea",
      "semana 39, ya quiero que nazca",
      "van 650 700 750 ml hoy",
      "usa mi mano para calmarse",
      "glucosa en 95 mg/dl",
      "dieta sin lácteos por el bebé",
      "1 mes y 2 semanas",
      "agrégame a la lista del jueves",
      "pesa 4 kilos 200",
      "¿dónde se venden los extractores?",
      "mi mamá toma una pastilla para la presión",
      "gracias a todas",
      "500 calorías más por la lactancia",
      "llama al 911",
      "mi dirección de parto era cesárea",
  };
  return said;
}

TEST(built_in_rules, each_has_a_name_an_action_and_a_meaning) {
  for (const built_in_rule& b : built_in_rules()) {
    word_rule again;
    again.id = b.id;
    again.how = looks_for::switched;
    const std::vector<std::vector<word_rule>> layers{{again}};
    EXPECT_NE(make_word_rules(layers).made, nullptr) << b.id;
    EXPECT_NE(b.action, word_action::off) << b.id;
    EXPECT_FALSE(b.meaning.empty()) << b.id;
  }
}

TEST(built_in_rules, their_patterns_could_be_anybody_s) {
  for (const built_in_rule& b : built_in_rules()) {
    for (const built_in_pattern& p : b.patterns) {
      EXPECT_EQ(pattern_set::problem_with(p.looks_for), "") << b.id << ": " << p.looks_for;
      if (p.unless.empty()) continue;
      EXPECT_EQ(pattern_set::problem_with(p.unless), "") << b.id << ": " << p.unless;
    }
  }
}

TEST(built_in_rules, mother_talk_is_left_alone) {
  for (const built_in_rule& b : built_in_rules()) {
    finds_none(b.id, mother_talk());
    finds_none(b.id, habla_de_madres());
  }
}

TEST(built_in_rules, phone_numbers_are_found_however_they_are_written) {
  finds_all("phone-number", {"whats ur number", "can i get your cell", "call me 312-555-0123", "(312) 555-0123",
                             "312.555.0123", "my cell is 3125550123", "+1 312 555 0123", "1-312-555-0123",
                             "text me at 555-0123", "my number is 555 0123", "３１２５５５０１２３",
                             "312\u2013555\u20130123", "five five five zero one two three", "+34 612 345 678"});
  finds_all("phone-number", {"pásame tu número", "dame tu cel", "mi número es 55 1234 5678", "llámame al 612 345 678",
                             "mi cel: 5512345678", "+52 55 1234 5678", "whatsapp 612 34 56 78", "mi numero es 555 0123",
                             "llamame 555-0123", "cinco cinco cinco cero uno dos tres", "tel. 5555 1234"});
}

TEST(built_in_rules, numbers_of_a_baby_are_no_phone_numbers) {
  finds_none("phone-number",
             {"what's your number one tip", "3450 grams", "38+4, then 39+5 and 40+1", "120 110 100 90 ml",
              "650 700 1200 ml", "2024-05-12 03:45", "room 4127", "10 2023 2024", "830-1030", "1-833-852-6262"});
  finds_none("phone-number", {"pesó 3450 gramos", "38+4 el 12.03.2024", "650 700 750 ml", "habitación 4127",
                              "nació 12 2023", "a las 8:30-10:30", "988 o 911", "800 944 4773"});
}

TEST(built_in_rules, email_addresses_are_found) {
  finds_all("email-address",
            {"ana@example.org", "Ana.Lopez+1@mail.example.co.uk", "write to ana@gmail.com!", "<ana@gmail.com>",
             "ana at gmail dot com", "ana (at) gmail (dot) com", "ANA@GMAIL.COM", "a_b@x.io, ok?"});
  finds_all("email-address", {"mi correo es ana@ejemplo.es", "escríbeme a lucía.m@hotmail.com",
                              "ana arroba gmail punto com", "ñandu@correo.mx", "ana@gmail punto com", "(ana@yahoo.es)",
                              "correo:ana@outlook.com", "maría@empresa.com.mx"});
  finds_none("email-address", {"4oz@2.30am", "we feed @ 3.15", "at home at last", "me @ 38 weeks", "2@3.5 oz",
                               "i was at the dot", "she is at 90.5", "@ana thank you"});
  finds_none("email-address", {"toma 90ml@3.30", "estamos @ casa", "a las 2.15 p.m.", "son 3.5 onzas",
                               "punto de sutura", "@ana gracias", "vamos al parque", "una arroba de leche"});
}

TEST(built_in_rules, names_on_other_services_are_found) {
  finds_all("social-handle",
            {"my snap is mamabear22", "can i get your whatsapp", "thanks, i'm @mamabear_22", "@sleepy.mama",
             "i am @luna_mama", "my insta is lunamama", "My IG: lunamama", "add me on facebook", "add me on there",
             "follow me on tiktok", "find me on insta", "what's your insta", "dm me", "whatsapp me", "just pm me ok",
             "lunamama on instagram is my instagram", "let's talk on telegram"});
  finds_all("social-handle",
            {"agrégame en facebook", "agregame al face", "mi insta es lunamama", "sígueme en instagram",
             "búscame en facebook", "me encuentras en instagram", "mándame un dm", "pásame tu whatsapp",
             "estoy en instagram como luna", "escríbeme por whatsapp", "mi ig: luna", "añádeme en telegram"});
  finds_none("social-handle",
             {"thanks @ana", "sorry @kim, i missed it", "@ana i hear you", "@Kim, thank you", "we feed @night",
              "4oz@noon", "my face is swollen", "my snap is broken", "i saw it on instagram", "add me on the list",
              "gestational dm me too", "at 9 pm me and him", "can you find me a nurse"});
  finds_none("social-handle", {"gracias @ana", "abrazos @lucía!", "@ana te leo", "lo vi en instagram",
                               "agrégame a la lista", "agrégame en la lista", "estamos @casa", "escríbeme cuando nazca",
                               "mi cara está hinchada", "búscame una manta", "sígueme contando"});
}

TEST(built_in_rules, where_somebody_lives_is_found) {
  finds_all("postal-address",
            {"what street are you on", "send me your address", "i live at 12 Main St", "123 Main Street",
             "742 evergreen terrace", "4500 N Clark St apt 2", "my address is", "p.o. box 45", "zip code 60614",
             "Chicago, IL 60614", "1200 west lake shore drive", "88 Oak Lane"});
  finds_all("postal-address", {"en qué calle vives", "dame tu dirección", "calle Mayor 12", "vivo en la calle Juárez",
                               "avenida Insurgentes Sur 1602", "mi dirección es", "calle 45 # 12-30", "av. Reforma 222",
                               "código postal 28013", "apartado postal 45", "calle de la Rosa, núm. 8"});
  finds_none(
      "postal-address",
      {"where do you live, is it cold there", "what's your email address", "3 kids and a drive", "10 minute drive",
       "2 weeks on the road", "38 weeks my dr said go in", "room 312", "nicu unit 4", "at 10 my dr called",
       "1 long road", "300 nurses on the way", "my email address is new", "100 more on the way"});
  finds_none("postal-address", {"camino 20 minutos", "salimos a la calle 20 minutos", "paseo 30 minutos",
                                "piso 3, cama 12", "habitación 312", "la carrera de 5 km", "a 2 cuadras de la avenida",
                                "mi dirección cambió", "vivo en un lugar frío"});
}

TEST(built_in_rules, links_are_found) {
  finds_all("link", {"https://example.org/a", "http://x.y", "www.example.org", "example.com", "see bit.ly/abc",
                     "youtu.be/xyz", "sleepbaby.shop", "go to mamas dot com", "HTTPS://EXAMPLE.ORG"});
  finds_all("link", {"mira https://ejemplo.es", "en www.ejemplo.es/a", "ejemplo.com.mx/ofertas", "mamas.net",
                     "entra a t.me/mamas", "amzn.es/d/abc", "mamas punto com", "wa.me/5255", "tienda.store"});
  finds_none("link", {"so tired.me too", "ok.so now", "3.5 oz", "at 2.30 a.m.", "yes.it is", "home.we left",
                      "i can't...com'on", "ana@gmail.com", "dot the i"});
  finds_none("link", {"ya.es que no duerme", "sí.no sé", "3.2 kg", "a las 2.30", "bueno.me voy", "ok.ca",
                      "en punto come", "ana arroba gmail punto com", "p.ej. la toma"});
}

TEST(built_in_rules, doses_for_others_are_found) {
  finds_all("medicine-dose", {"give him 2.5 ml of tylenol", "20 mg", "take two of these", "take two of them and sleep",
                              "try 25mg of unisom", "you should take 50 mg", "just take 3 tylenol", "give him 2 pills",
                              "i think you can take 800mg", "double your dose", "give her half a tablet",
                              "you can take two or three of those", "i can send you some pills"});
  finds_all("medicine-dose",
            {"dale 5 ml de paracetamol", "20 miligramos", "tómate dos de estas", "toma dos pastillas y duerme",
             "deberías tomar 50 mg", "dale 10 gotas", "tómate una pastilla", "puedes tomar 2 paracetamol",
             "sube tu dosis", "deja tus medicinas", "te mando unas pastillas", "tome 20 mg"});
  finds_none("medicine-dose", {"they started me on 25 mg",
                               "got prescribed 10mg",
                               "started zoloft at 25 mg yesterday",
                               "i'm at 75mg now",
                               "sertraline 50 mg here, no side effects",
                               "bilirubin 14.2 mg",
                               "iron was 27 mg in my prenatal",
                               "they gave him 2 ml of tylenol",
                               "take two deep breaths",
                               "i take 20 mg",
                               "i'm on 100mg zoloft",
                               "my doctor put me on 2.5 mg",
                               "my dose is 50 mg",
                               "he is on 15 mg",
                               "take two naps",
                               "i take two of them at night",
                               "give him 2 oz",
                               "glucose 95 mg/dl",
                               "they gave me 800 mg",
                               "can i take two of these?",
                               "200 mg of caffeine a day",
                               "take two of the kids"});
  finds_none("medicine-dose",
             {"ahora tomo 2 pastillas al día", "baja la dosis de estrés", "me dieron 5 ml de paracetamol",
              "me subieron a 100 mg", "tomo 20 mg", "me recetaron 50 mg", "me mandó 25 mg", "mi dosis es de 50 mg",
              "tomo mi vitamina", "toma dos onzas", "toma dos siestas", "dale el pecho", "mi mamá toma una pastilla",
              "glucosa 95 mg/dl", "estoy con 100 mg", "no toma dos de estas"});
}

TEST(built_in_rules, diets_are_found) {
  finds_all("diet-talk",
            {"how do i lose weight while nursing", "i want to lose weight", "how do you lose the belly fat",
             "losing the baby weight", "i'm on a diet", "keto works", "intermittent fasting", "i've lost 20 pounds",
             "counting calories", "only 1200 calories a day", "back in my pre-baby jeans", "weight loss tea"});
  finds_all("diet-talk", {"cómo bajo de peso", "quiero bajar de peso", "cómo perder la panza", "estoy a dieta",
                          "bajé 5 kilos", "ayuno intermitente", "contando calorías", "solo 1200 calorías", "té detox",
                          "quiero adelgazar", "dieta keto", "ya adelgacé mucho"});
  finds_none("diet-talk",
             {"he is losing weight", "baby lost 300 g", "she lost 8% of her weight", "is he gaining weight",
              "gestational diabetes diet", "elimination diet for reflux", "24 calorie formula",
              "nursing burns 500 calories a day", "i lost 12 pounds with hyperemesis", "drop the baby off"});
  finds_none("diet-talk",
             {"mi bebé bajó de peso", "el bebé no debe perder peso", "subió 30 g", "dieta para la diabetes gestacional",
              "mi bebé está adelgazando", "500 calorías más por la lactancia", "perdí 5 kilos por los vómitos",
              "se me bajó la leche", "quiero bajar del hospital"});
}

TEST(built_in_rules, what_is_for_sale_is_found) {
  finds_all("selling", {"use my link", "venmo me", "dm me for the price", "use my code MAMA10", "link in bio",
                        "link is in my bio", "check out my shop", "20% off today", "i'm selling my pump",
                        "join my team", "promo code inside", "message me for details", "free shipping"});
  finds_all("selling", {"mándame mensaje para precios", "usa mi código MAMA", "link en mi bio",
                        "el enlace está en mi perfil", "vendo extractor", "20 % de descuento", "únete a mi equipo",
                        "gana dinero desde casa", "precios por inbox", "envíos gratis", "compra mi curso"});
  finds_none("selling", {"use my hand", "use my pump", "what is the price of formula", "we are selling our house",
                         "sold out again", "my code blue baby", "link arms with me", "message me when she is born",
                         "join my prayers", "i have a team"});
  finds_none("selling",
             {"usa mi mano", "me vendo los pechos", "¿dónde se venden pañales?", "no se vende aquí", "mi código postal",
              "un mensaje para ti", "con mi equipo de parto", "el precio de la fórmula", "se venden en la farmacia"});
}

}  // namespace
}  // namespace nightlight::domain
