import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"70001 ERR_SVR_ACCOUNT_USERSIG_EXPIRED","description":"UserSig 已过期。 向业务服务端重新获取 UserSig，再用它登录。如果刚签发就过期，请检查有效期是否太短，以及签发服务器的时钟是否准确。","frontmatter":{"title":"70001 ERR_SVR_ACCOUNT_USERSIG_EXPIRED","description":"UserSig 已过期。 向业务服务端重新获取 UserSig，再用它登录。如果刚签发就过期，请检查有效期是否太短，以及签发服务器的时钟是否准确。","code":"70001","prev":false,"next":false},"headers":[],"relativePath":"zh/codes/70001.md","filePath":"zh/codes/70001.md"}');
const _sfc_main = { name: "zh/codes/70001.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="70001" tabindex="-1">70001 <a class="header-anchor" href="#70001" aria-label="Permalink to &quot;70001&quot;">​</a></h1><p><a href="/usersig/codes/70001.html">English</a> · <strong>中文</strong></p><p>又写作: <code>ERR_SVR_ACCOUNT_USERSIG_EXPIRED</code>, <code>ERR_SERVER_SSO_SIG_EXPIRED</code></p><p><strong>由谁返回:</strong> 腾讯云服务端</p><p>UserSig 已过期。</p><h2 id="处理办法" tabindex="-1">处理办法 <a class="header-anchor" href="#处理办法" aria-label="Permalink to &quot;处理办法&quot;">​</a></h2><p>向业务服务端重新获取 UserSig，再用它登录。如果刚签发就过期，请检查有效期是否太短，以及签发服务器的时钟是否准确。</p><h2 id="可能的原因最常见的在前" tabindex="-1">可能的原因，最常见的在前 <a class="header-anchor" href="#可能的原因最常见的在前" aria-label="Permalink to &quot;可能的原因，最常见的在前&quot;">​</a></h2><ol><li><strong>客户端使用的 UserSig 已经过期，例如之前保存下来的。</strong> 每次登录前向业务服务端重新获取 UserSig，再用它登录。</li><li><strong>签发时的有效期太短：expire 是以秒为单位的时长，0 表示立即过期。</strong> 签发时使用 expire: 86400（一天）或更长。</li><li><strong>用户被 REST API 踢下线：在此之前签发的 UserSig 全部失效，与有效期无关。</strong> 踢下线至少一秒之后重新签发 UserSig，再用它登录。</li><li><strong>签发服务器的时钟不准。</strong> 用 NTP 校时后重新签发。</li></ol><p>出处: <a href="https://cloud.tencent.com/document/product/679/131708" target="_blank" rel="noreferrer">cloud.tencent.com/document/product/679/131708</a></p><p>-70001 与 70001 相同：原生 SDK 会在服务端错误码前面加上负号。</p><h2 id="找出您遇到的是哪一种原因" tabindex="-1">找出您遇到的是哪一种原因 <a class="header-anchor" href="#找出您遇到的是哪一种原因" aria-label="Permalink to &quot;找出您遇到的是哪一种原因&quot;">​</a></h2><p>把 UserSig、日志里的一行或者错误码粘贴进去。票据和密钥都不会离开您的电脑。</p><div class="language-sh vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">sh</span><pre class="shiki shiki-themes github-light-high-contrast github-dark-high-contrast vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#702C00;--shiki-dark:#FFB757;">npx</span><span style="--shiki-light:#032563;--shiki-dark:#ADDCFF;"> usersig</span><span style="--shiki-light:#032563;--shiki-dark:#ADDCFF;"> doctor</span><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;"> 70001</span></span>
<span class="line"><span style="--shiki-light:#702C00;--shiki-dark:#FFB757;">npx</span><span style="--shiki-light:#032563;--shiki-dark:#ADDCFF;"> usersig</span><span style="--shiki-light:#032563;--shiki-dark:#ADDCFF;"> doctor</span><span style="--shiki-light:#032563;--shiki-dark:#ADDCFF;"> &#39;eJw…&#39;</span><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;"> --key-file</span><span style="--shiki-light:#032563;--shiki-dark:#ADDCFF;"> .env</span><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;"> --user</span><span style="--shiki-light:#032563;--shiki-dark:#ADDCFF;"> alice</span></span></code></pre></div><p>也可以在浏览器里诊断：<a href="/console/" target="_self">控制台</a>。 <a href="/usersig/zh/codes/">全部错误码</a></p></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("zh/codes/70001.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const _70001 = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  _70001 as default
};
