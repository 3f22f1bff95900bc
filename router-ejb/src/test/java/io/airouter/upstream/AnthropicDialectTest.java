package io.airouter.upstream;

import static io.airouter.upstream.Dialects.call;
import static io.airouter.upstream.Dialects.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.airouter.model.TokenUsage;
import io.airouter.query.Completion;
import io.airouter.query.Fleet;
import io.airouter.query.UpstreamException;
import jakarta.json.JsonObject;
import org.junit.jupiter.api.Test;

class AnthropicDialectTest {
  private static final String STREAM =
      """
      event: message_start
      data: {'type':'message_start','message':{'usage':{'input_tokens':7,'output_tokens':1}}}

      event: ping
      data: {'type':'ping'}

      event: content_block_start
      data: {'type':'content_block_start','index':0,'content_block':{'type':'text','text':''}}

      event: content_block_delta
      data: {'type':'content_block_delta','index':0,'delta':{'type':'text_delta','text':'Hi'}}

      event: content_block_start
      data: {'type':'content_block_start','index':1,'content_block':{'type':'tool_use','id':'t','name':'w'}}

      event: content_block_delta
      data: {'type':'content_block_delta','index':1,'delta':{'type':'input_json_delta','partial_json':'{}'}}

      event: message_delta
      data: {'type':'message_delta','delta':{'stop_reason':'tool_use'},'usage':{'output_tokens':4}}

      event: message_stop
      data: {'type':'message_stop'}

      """;

  private final ChatDialect dialect = AnthropicDialect.INSTANCE;

  @Test
  void systemMessagesJoinAndNeighboursOfOneRoleBecomeOneTurn() {
    assertThat(
            request(
                """
                {'model':'auto','messages':[
                  {'role':'system','content':'Be kind.'},
                  {'role':'user','content':'One'},
                  {'role':'developer','content':'Be short.'},
                  {'role':'user','content':[{'type':'text','text':'Two'}]},
                  {'role':'assistant','content':'Three'}]}
                """))
        .isEqualTo(
            json(
                """
                {'model':'claude-3-upstream','max_tokens':1024,'messages':[
                  {'role':'user','content':[
                    {'type':'text','text':'One'},{'type':'text','text':'Two'}]},
                  {'role':'assistant','content':[{'type':'text','text':'Three'}]}],
                 'stream':false,'system':'Be kind.\\n\\nBe short.'}
                """));
  }

  @Test
  void samplingStopsAndUserAreTranslated() {
    JsonObject request =
        request(
            """
            {'messages':[{'role':'user','content':'x'}],'max_completion_tokens':9,
             'temperature':1.7,'top_p':0.5,'stop':['END',' '],'user':'u1','n':2,'seed':4}
            """);
    assertThat(request.getInt("max_tokens")).isEqualTo(9);
    assertThat(request.getJsonNumber("temperature").doubleValue()).isEqualTo(1);
    assertThat(request.getJsonArray("stop_sequences")).isEqualTo(json("{'a':['END']}").get("a"));
    assertThat(request.getJsonObject("metadata")).isEqualTo(json("{'user_id':'u1'}"));
    assertThat(request).doesNotContainKeys("n", "seed", "stop");
  }

  @Test
  void toolsCallsAndResultsAreTranslated() {
    JsonObject request =
        request(
            """
            {'messages':[
              {'role':'user','content':'Weather?'},
              {'role':'assistant','content':null,'tool_calls':[
                {'id':'t1','type':'function','function':{'name':'w','arguments':'{}'}},
                {'id':'t2','type':'function','function':{'name':'w','arguments':''}}]},
              {'role':'tool','tool_call_id':'t1','content':'sun'},
              {'role':'tool','tool_call_id':'t2','content':'rain'},
              {'role':'user','content':'And?'}],
             'tools':[{'type':'function','function':{'name':'w','description':'d',
               'parameters':{'type':'object','properties':{}}}}],
             'tool_choice':'required','parallel_tool_calls':false}
            """);
    assertThat(request.getJsonArray("messages"))
        .isEqualTo(
            json("""
            {'m':[
              {'role':'user','content':[{'type':'text','text':'Weather?'}]},
              {'role':'assistant','content':[
                {'type':'tool_use','id':'t1','name':'w','input':{}},
                {'type':'tool_use','id':'t2','name':'w','input':{}}]},
              {'role':'user','content':[
                {'type':'tool_result','tool_use_id':'t1','content':'sun'},
                {'type':'tool_result','tool_use_id':'t2','content':'rain'},
                {'type':'text','text':'And?'}]}]}
            """)
                .get("m"));
    assertThat(request.getJsonArray("tools").getJsonObject(0))
        .isEqualTo(
            json(
                """
                {'name':'w','description':'d','input_schema':{'type':'object','properties':{}}}
                """));
    assertThat(request.getJsonObject("tool_choice"))
        .isEqualTo(json("{'type':'any','disable_parallel_tool_use':true}"));
  }

  @Test
  void picturesAreTranslatedAndTheUserSpeaksFirst() {
    JsonObject request =
        request(
            """
            {'messages':[{'role':'assistant','content':'Hm'},
              {'role':'user','content':[
                {'type':'image_url','image_url':{'url':'data:image/png;base64,AAAA'}},
                {'type':'image_url','image_url':{'url':'http://127.0.0.1/a.png'}}]}]}
            """);
    assertThat(request.getJsonArray("messages").getJsonObject(0).getString("role"))
        .isEqualTo("user");
    assertThat(request.getJsonArray("messages").getJsonObject(2).getJsonArray("content"))
        .isEqualTo(
            json("""
            {'c':[{'type':'image','source':
                {'type':'base64','media_type':'image/png','data':'AAAA'}},
              {'type':'image','source':{'type':'url','url':'http://127.0.0.1/a.png'}}]}
            """)
                .get("c"));
  }

  @Test
  void aWholeAnswerHasTheFullShape() throws Exception {
    Completion completion =
        dialect.completion(
            json(
                """
                {'id':'msg_1','type':'message','role':'assistant','model':'x',
                 'content':[{'type':'text','text':'Hello'}],'stop_reason':'end_turn',
                 'usage':{'input_tokens':10,'output_tokens':5,'cache_read_input_tokens':3,
                   'cache_creation_input_tokens':2}}
                """),
            Dialects.FRAME);
    assertThat(completion.usage()).isEqualTo(new TokenUsage(15, 5, 3, false));
    assertThat(completion.body())
        .isEqualTo(
            json(
                """
                {'id':'chatcmpl-req-1','object':'chat.completion','created':1000,'model':'gpt-4',
                 'choices':[{'index':0,
                   'message':{'role':'assistant','content':'Hello','refusal':null},
                   'logprobs':null,'finish_reason':'stop'}],
                 'usage':{'prompt_tokens':15,'completion_tokens':5,'total_tokens':20,
                   'prompt_tokens_details':{'cached_tokens':3}}}
                """));
  }

  @Test
  void stopReasonsAreTranslated() {
    assertThat(AnthropicDialect.finishReason("max_tokens")).isEqualTo("length");
    assertThat(AnthropicDialect.finishReason("stop_sequence")).isEqualTo("stop");
    assertThat(AnthropicDialect.finishReason("tool_use")).isEqualTo("tool_calls");
    assertThat(AnthropicDialect.finishReason("refusal")).isEqualTo("content_filter");
  }

  @Test
  void aStreamIsTranslatedEventByEvent() throws Exception {
    Dialects.Streamed streamed = Dialects.stream(dialect, STREAM, true);
    assertThat(streamed.chunks())
        .extracting(c -> c.getJsonArray("choices").toString().replace('"', '\''))
        .containsExactly(
            "[{'index':0,'delta':{'role':'assistant','content':''},'finish_reason':null}]",
            "[{'index':0,'delta':{'content':'Hi'},'finish_reason':null}]",
            "[{'index':0,'delta':{'tool_calls':[{'index':0,'id':'t','type':'function',"
                + "'function':{'name':'w','arguments':''}}]},'finish_reason':null}]",
            "[{'index':0,'delta':{'tool_calls':[{'index':0,'function':{'arguments':'{}'}}]},"
                + "'finish_reason':null}]",
            "[{'index':0,'delta':{},'finish_reason':'tool_calls'}]",
            "[]");
    assertThat(streamed.completion().usage()).isEqualTo(new TokenUsage(7, 4, 0, false));
    assertThat(streamed.completion().body().getJsonArray("choices").getJsonObject(0))
        .isEqualTo(
            json(
                """
                {'index':0,'message':{'role':'assistant','content':'Hi','tool_calls':[
                  {'id':'t','type':'function','function':{'name':'w','arguments':'{}'}}]},
                 'finish_reason':'tool_calls'}
                """));
  }

  @Test
  void anErrorEventCarriesTheStatusItWouldHaveHad() {
    assertThatThrownBy(
            () ->
                Dialects.stream(
                    dialect,
                    "event: error\ndata: {'type':'error','error':"
                        + "{'type':'overloaded_error','message':'busy'}}\n\n",
                    false))
        .isInstanceOfSatisfying(
            UpstreamException.class,
            e -> {
              assertThat(e.status()).hasValue(529);
              assertThat(e.mayFallBack()).isTrue();
            });
  }

  @Test
  void anAnswerOfAnotherDialectIsRubbish() {
    assertThatThrownBy(() -> dialect.completion(json("{'choices':[]}"), Dialects.FRAME))
        .isInstanceOf(RubbishException.class);
  }

  private JsonObject request(String chat) {
    return dialect.request(call(Fleet.claude(), chat), false);
  }
}
