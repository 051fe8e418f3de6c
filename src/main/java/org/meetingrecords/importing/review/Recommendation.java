package org.meetingrecords.importing.review;

import java.util.List;
import java.util.Map;
import org.meetingrecords.importing.files.Place;

/**
 * What one state recommended to another, and the answer.
 *
 * @param hash of the text, eight hexadecimal digits
 * @param response the answer as printed
 * @param position the answer as a stance
 * @param speechAct what was done by giving it
 * @param kept columns that have no place in the model, with their values
 */
record Recommendation(
    Place place,
    int session,
    String to,
    String from,
    String text,
    String hash,
    String response,
    String position,
    String speechAct,
    List<String> issues,
    List<Map.Entry<String, String>> kept) {}
